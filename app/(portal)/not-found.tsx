import { AbsentNotice } from "../_components/absent-notice";

export const metadata = { title: "未找到" };

/** Inside the signed-in pages the frame stays, so that one can go on elsewhere. */
export default function PortalNotFound() {
  return <AbsentNotice />;
}
