import { PageHeader } from "@/components/page/page-header";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { listUnions } from "@/lib/unions/queries";
import { CreateUnion } from "./_components/union-forms";
import { UnionTree } from "./_components/union-tree";

export const metadata = { title: "工会组织" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnionsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q, closed } = await searchParams;
  const unions = await readForPage(actor, listUnions, { ...(q && { q }), ...(closed && { closed: "true" }) });
  const options = unions
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      <PageHeader
        actions={may(actor, "unions.manage") && <CreateUnion unions={options} />}
        lead="区总工会、直属工会和下级工会的隶属关系；会员数按今天的会籍统计。"
        title="工会组织"
      />
      <UnionTree closed={closed !== undefined} q={typeof q === "string" ? q : ""} unions={unions} />
    </>
  );
}
