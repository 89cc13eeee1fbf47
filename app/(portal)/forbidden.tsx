import { EmptyState } from "@/components/page/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "无权查看" };

/** A page that exists but belongs to other roles, and whom to ask. */
export default function PortalForbidden() {
  return (
    <>
      <h1 className="sr-only">无权查看</h1>
      <EmptyState action={<LinkButton href="/">回到工作台</LinkButton>} title="您的岗位没有此页的权限">
        如果工作需要，请联系本单位管理员向区总工会申请岗位；您现有的岗位见“我的设置”。
      </EmptyState>
    </>
  );
}
