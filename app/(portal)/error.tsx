"use client";

import { FaultNotice } from "../_components/fault-notice";

/** A fault inside the signed-in pages: the frame stays, so that one can go on elsewhere. */
export default function PortalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <FaultNotice error={error} retry={retry} />;
}
