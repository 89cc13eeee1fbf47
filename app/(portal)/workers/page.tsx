import { hrefOf } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { listUnions } from "@/lib/unions/queries";
import { listWorkers } from "@/lib/workers/queries";
import { WorkerTable } from "./_components/worker-table";

export const metadata = { title: "会员名册" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorkersPage({ searchParams }: Props) {
  const actor = await requireActor();
  const given = Object.entries(await searchParams).filter(
    ([, value]) => typeof value === "string" && value !== "",
  );
  const search: Record<string, string> = Object.fromEntries(
    given.map(([name, value]) => [name, String(value)]),
  );
  const list = await readForPage(actor, listWorkers, search);
  const unions = await readForPage(actor, listUnions, {});
  const mayRegister = may(actor, "workers.register");
  return (
    <>
      <PageHeader
        actions={
          mayRegister && (
            <>
              <LinkButton href="/workers/import">导入登记表</LinkButton>
              <LinkButton href="/workers/new" look="primary">
                登记会员
              </LinkButton>
            </>
          )
        }
        lead="证件号码、手机号和卡号只显示首尾；可按姓名、拼音首字母、号码或末四位查找。"
        title="会员名册"
      />
      <WorkerTable
        exportHref={hrefOf("/workers/export", {
          q: search["q"],
          unionId: search["unionId"],
          left: search["left"],
        })}
        list={list}
        mayRegister={mayRegister}
        search={search}
        unions={unions.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </>
  );
}
