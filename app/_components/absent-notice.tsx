import { EmptyState } from "@/components/page/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** The same answer for what does not exist and for what belongs to unions out of somebody's reach. */
export function AbsentNotice() {
  return (
    <>
      <h1 className="sr-only">未找到</h1>
      <EmptyState action={<LinkButton href="/">回到工作台</LinkButton>} title="未找到该页面，或您没有权限">
        请核对网址；如果是从消息或链接进来的，对应的记录可能已经移交给其他工会。
      </EmptyState>
    </>
  );
}
