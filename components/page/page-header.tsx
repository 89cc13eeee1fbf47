import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";

type PageHeaderProps = {
  title: string;
  /** One sentence: what the page is for, or what state things are in. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Usually a Help. */
  help?: ReactNode;
  back?: { label: string; href: string } | undefined;
};

/** The head of every page. */
export function PageHeader({ title, lead, actions, help, back }: PageHeaderProps) {
  return (
    <header className="mb-4">
      {back !== undefined && <BackLink {...back} />}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          <h1 className="text-title font-semibold">{title}</h1>
          {lead !== undefined && <p className="mt-0.5 text-ink-2">{lead}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {help !== undefined && <div className="mt-2 print:hidden">{help}</div>}
    </header>
  );
}

/** The way up, for pages one level down. */
export function BackLink({ label, href }: { label: string; href: string }) {
  return (
    <TextLink
      className="mb-1.5 inline-flex items-center gap-1 text-sm text-ink-2 hover:text-act print:hidden"
      href={href}
    >
      <Icon name="back" size={12} />
      {label}
    </TextLink>
  );
}
