import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { readForPage } from "@/lib/server/page-read";
import { chosenPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";
import { listRegisterUnions } from "@/lib/workers/queries";
import { listImports } from "@/lib/workers/reports/register-import";
import { ImportHistory } from "../_components/import-history";
import { ImportUpload } from "../_components/import-upload";

export const metadata = { title: "导入会员登记表" };

export default async function ImportWorkersPage() {
  const actor = await requireActor();
  const imports = await readForPage(actor, listImports, {});
  const unions = await readForPage(actor, listRegisterUnions, {});
  const { unionId } = await chosenPlace(actor);
  const place = unions.find(({ id }) => id === unionId) ?? unions[0];
  return (
    <>
      <PageHeader
        actions={
          <LinkButton download href="/workers/import/template">
            下载空白模板
          </LinkButton>
        }
        back={{ label: "会员名册", href: "/workers" }}
        lead="已有的登记表可以直接导入：先逐行预检，您确认后才进名册；同一文件再导一次不会重复。"
        title="导入会员登记表"
      />
      <div className="space-y-5">
        {place !== undefined && <ImportUpload unionId={place.id} />}
        <ImportHistory imports={imports} />
      </div>
    </>
  );
}
