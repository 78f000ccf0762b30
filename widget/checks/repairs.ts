import type { WidgetContext } from "../context.ts";
import { findOldCaches } from "./cache-storage.ts";
import { readPageDetails } from "./page-details.ts";

/** Something that a guide may do on this page once the person has agreed. */
export interface Repair {
  /** The checks that show what it changed. */
  proofs: readonly string[];
  /** "failed" also where doing it again would be in vain; "leaving" when the page is about to be loaded anew. */
  run(): Promise<"done" | "failed" | "leaving">;
}

/** What the page has registered comes first: it knows itself better. Undefined where nobody can do it. */
export function findRepair(context: WidgetContext, action: string): Repair | undefined {
  const registered = context.recorder.actions.get(action);
  if (registered) return { proofs: [], run: () => runRegistered(registered) };
  switch (action) {
    case "refresh_site_files":
      return { proofs: ["build", "sw", "cachestorage"], run: () => refreshSiteFiles(context) };
    case "remove_service_worker":
      return { proofs: ["sw"], run: removeServiceWorker };
    case "start_sign_in": {
      const address = signInAddress(context);
      return address === undefined ? undefined : { proofs: [], run: () => startSignIn(address) };
    }
    default:
      return undefined;
  }
}

async function refreshSiteFiles({ recorder, build }: WidgetContext): Promise<"failed" | "leaving"> {
  const { isRefreshedInVain, refreshFiles } = await import("./refresh-files.ts");
  if (isRefreshedInVain()) return "failed";
  await refreshFiles(await findOldCaches(await readPageDetails(recorder, build)));
  return "leaving";
}

async function removeServiceWorker(): Promise<"failed" | "leaving"> {
  const { openAgainNext, removeServiceWorkers } = await import("./refresh-files.ts");
  if (!(await removeServiceWorkers())) return "failed";
  openAgainNext();
  location.reload();
  return "leaving";
}

/** The page says where signing in begins (`setContext("sign_in_url", …)`); no address is guessed. */
function signInAddress({ recorder }: WidgetContext): string | undefined {
  const declared = recorder.context.get("sign_in_url");
  if (declared === undefined || !URL.canParse(declared, location.href)) return undefined;
  const { origin, href } = new URL(declared, location.href);
  return origin === location.origin ? href : undefined;
}

async function startSignIn(address: string): Promise<"leaving"> {
  const { openAgainNext } = await import("./refresh-files.ts");
  openAgainNext();
  location.assign(address);
  return "leaving";
}

const leaveMilliseconds = 500; // so long a page takes to begin to go where its own action sent it

/** The page's own action may lead away, too. It says with `false`, or by throwing, that it could not be done. */
async function runRegistered(action: () => unknown): Promise<"done" | "failed" | "leaving"> {
  const { forgetNext, openAgainNext } = await import("./refresh-files.ts");
  openAgainNext();
  const leaving = new Promise<"leaving">((resolve) =>
    addEventListener("pagehide", () => resolve("leaving"), { once: true }),
  );
  const isDone = await Promise.resolve()
    .then(action)
    .then(
      (answer) => answer !== false,
      () => false,
    );
  const stayed = new Promise<"done">((resolve) => setTimeout(() => resolve("done"), leaveMilliseconds));
  const outcome = isDone ? await Promise.race([leaving, stayed]) : "failed";
  if (outcome !== "leaving") forgetNext();
  return outcome;
}
