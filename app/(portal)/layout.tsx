import type { ReactNode } from "react";
import { keepAliveAction } from "@/app/login/actions";
import { KeysHelp } from "@/components/form/keys-help";
import { SessionClock } from "@/components/form/session-clock";
import { Shell } from "@/components/page/shell";
import { MenuLink } from "@/components/ui/menu-link";
import { countByArea } from "@/lib/desk/model";
import { getPlace } from "@/lib/desk/queries";
import { permissionsOf } from "@/lib/server/actor";
import { roleLabels } from "@/lib/server/permissions";
import { chosenPlace } from "@/lib/server/place";
import { read } from "@/lib/server/query";
import { requireActor, sessionTerm } from "@/lib/server/session";
import { PlaceMenu, YearMenu } from "./_components/place-menu";
import { SignOut } from "./_components/sign-out";
import { waitingFor } from "./desk-tasks";
import { navigationFor } from "./navigation";

/** The frame of every signed-in page. It shows; each page and the gate decide. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [choice, term] = await Promise.all([chosenPlace(actor), sessionTerm()]);
  const [place, { tasks, unread }] = await Promise.all([
    read(actor, getPlace, { unionId: choice.unionId }),
    waitingFor(actor),
  ]);
  const roles = actor.grants.filter((grant) => grant.unionId === place.union?.id);
  return (
    <Shell
      brand={{ mark: "工", name: place.districtName ?? "区总工会", href: "/" }}
      groups={navigationFor(permissionsOf(actor), {
        ...countByArea(tasks),
        desk: tasks.length,
        messages: unread,
      })}
      keys={<KeysHelp />}
      person={{
        name: actor.name,
        role: roles.map((grant) => roleLabels[grant.role]).join("、") || undefined,
      }}
      personMenu={
        <>
          <MenuLink href="/settings">我的设置</MenuLink>
          <MenuLink href="/help">使用帮助</MenuLink>
          <SignOut />
        </>
      }
      union={<PlaceMenu place={place} year={choice.year} />}
      year={<YearMenu unionId={place.union?.id ?? null} year={choice.year} />}
    >
      {children}
      {term !== null && <SessionClock {...term} keepAlive={keepAliveAction} />}
    </Shell>
  );
}
