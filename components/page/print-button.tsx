"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the browser's print window for this page. */
export function PrintButton({ label = "打印" }: { label?: string | undefined }) {
  return (
    <Button onClick={() => window.print()}>
      <Icon name="print" size={15} />
      {label}
    </Button>
  );
}
