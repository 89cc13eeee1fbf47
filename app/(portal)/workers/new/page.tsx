import { PageHeader } from "@/components/page/page-header";
import { readForPage } from "@/lib/server/page-read";
import { chosenPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";
import { listRegisterUnions } from "@/lib/workers/queries";
import { RegisterForm } from "../_components/register-form";

export const metadata = { title: "登记会员" };

export default async function NewWorkerPage() {
  const actor = await requireActor();
  const unions = await readForPage(actor, listRegisterUnions, {});
  const { unionId } = await chosenPlace(actor);
  const preset = unions.some(({ id }) => id === unionId) ? unionId : (unions[0]?.id ?? null);
  return (
    <>
      <PageHeader
        back={{ label: "会员名册", href: "/workers" }}
        lead="性别和出生日期按身份证号自动核对；同一人在全区只登记一次。"
        title="登记会员"
      />
      <RegisterForm
        owner={String(actor.accountId)}
        unionId={preset === null ? "" : String(preset)}
        unions={unions.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </>
  );
}
