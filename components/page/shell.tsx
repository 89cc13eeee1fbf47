import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import { TextLink } from "@/components/ui/text-link";
import { Drawer } from "./drawer";
import { Navigation, type NavigationGroup } from "./navigation";

type ShellProps = {
  brand: { mark: string; name: string; href: string };
  groups: readonly NavigationGroup[];
  /** Whose books one is in: usually a Menu. */
  union: ReactNode;
  year?: ReactNode;
  search?: ReactNode;
  keys?: ReactNode;
  person: { name: string; role?: string | undefined };
  personMenu: ReactNode;
  /** A band across the page, for example 演示数据. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The one page shape: areas at the left, whose books and which year on top, then the page. */
export function Shell(props: ShellProps) {
  const { brand, groups, union, year, search, keys, person, personMenu, notice, children } = props;
  return (
    <div className="min-h-screen lg:pl-52 print:pl-0">
      <a
        className="absolute left-2 z-50 -mt-40 rounded-control bg-act px-4 py-2 text-paper focus:mt-2 print:hidden"
        href="#main"
      >
        跳到正文
      </a>
      <aside className="fixed inset-y-0 left-0 hidden w-52 overflow-y-auto border-r border-line bg-paper lg:block print:hidden">
        <Brand {...brand} />
        <Navigation groups={groups} />
      </aside>
      <header className="sticky top-0 z-20 flex min-h-13 items-center gap-x-4 border-b border-line bg-paper px-4 lg:px-6 print:hidden">
        <Drawer>
          <Brand {...brand} />
          <div className="space-y-3 px-4.5 pb-4 text-ink-2 md:hidden">
            {search}
            {year}
          </div>
          <Navigation groups={groups} />
        </Drawer>
        <div className="min-w-0 font-semibold [&_summary]:max-w-[46vw] [&_summary]:overflow-hidden">
          {union}
        </div>
        {year !== undefined && <div className="text-ink-2 max-md:hidden">{year}</div>}
        <div className="ml-auto flex items-center gap-4">
          {search !== undefined && <div className="max-md:hidden">{search}</div>}
          {keys !== undefined && <div className="max-lg:hidden">{keys}</div>}
          <Menu
            className="text-ink-2"
            label={
              <span>
                {person.name}
                {person.role !== undefined && <span className="max-md:hidden">（{person.role}）</span>}
              </span>
            }
            purpose="我的账户"
            side="end"
          >
            {personMenu}
          </Menu>
        </div>
      </header>
      {notice}
      <main
        className="mx-auto max-w-[1440px] px-4 pt-5 pb-12 lg:px-6 print:max-w-none print:p-0"
        id="main"
        tabIndex={-1}
      >
        {children}
      </main>
    </div>
  );
}

function Brand({ mark, name, href }: ShellProps["brand"]) {
  return (
    <TextLink className="flex h-15 items-center gap-2.5 px-4.5 text-card font-semibold" href={href}>
      <span
        aria-hidden="true"
        className="flex h-7 w-7 shrink-0 items-center justify-center rounded-control bg-brand text-base text-paper"
      >
        {mark}
      </span>
      <span className="leading-tight">{name}</span>
    </TextLink>
  );
}
