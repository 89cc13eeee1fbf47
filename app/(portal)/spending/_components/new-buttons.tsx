import { LinkButton } from "@/components/ui/link-button";

/** The three ways to begin. */
export function NewButtons() {
  return (
    <>
      <LinkButton href="/spending/import">导入支出明细</LinkButton>
      <LinkButton href="/spending/new?kind=REQUEST">新建事前申请</LinkButton>
      <LinkButton href="/spending/new" look="primary">
        新建报销
      </LinkButton>
    </>
  );
}
