import { PageHeader } from "@/components/page/page-header";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getWorker, listRegisterUnions } from "@/lib/workers/queries";
import { HistoryCard, WorkerFacts } from "../_components/worker-cards";
import { WorkerActions } from "../_components/worker-forms";

export const metadata = { title: "会员" };

export default async function WorkerPage({ params }: { params: Promise<{ workerId: string }> }) {
  const actor = await requireActor();
  const worker = await readForPage(actor, getWorker, await params);
  const mayRegister = may(actor, "workers.register", worker.unionId);
  const unions = mayRegister ? await readForPage(actor, listRegisterUnions, {}) : [];
  const options = unions.map(({ id, name }) => ({ value: String(id), label: name }));
  const state = worker.leftOn === null ? `会员，${worker.since ?? ""} 起` : `已于 ${worker.leftOn} 离会`;
  return (
    <>
      <PageHeader
        actions={mayRegister && <WorkerActions unions={options} worker={worker} />}
        back={{ label: "会员名册", href: "/workers" }}
        lead={`${worker.unionName}${state}。`}
        title={worker.name}
      />
      <div className="space-y-5">
        <WorkerFacts mayUnmask={may(actor, "workers.unmask", worker.unionId)} worker={worker} />
        <HistoryCard history={worker.history} />
      </div>
    </>
  );
}
