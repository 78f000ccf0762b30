import type { CheckOutcome, CheckResult, ServerChecks, ServiceStatus } from "../../server/contract/types.ts";
import { fetchStart } from "../api.ts";
import { readBreadcrumbs } from "../checks/breadcrumbs.ts";
import { checkCacheStorage } from "../checks/cache-storage.ts";
import { checkDownloads } from "../checks/downloads.ts";
import { checkFrameCookies } from "../checks/frame.ts";
import { readEnvironment, readPageDetails } from "../checks/page-details.ts";
import { checkProtocol } from "../checks/protocol.ts";
import { runChecks } from "../checks/run-checks.ts";
import { fetchServerChecks } from "../checks/server-checks.ts";
import { checkServiceWorker } from "../checks/service-worker.ts";
import { readSignInState } from "../checks/sign-in-state.ts";
import type { WidgetContext } from "../context.ts";

export interface Measured {
  /** Of the checks that were asked for; those that nobody could make are left out. */
  results: CheckResult[];
  /** What the server says about knowing the person. */
  identity?: ServerChecks["identity"];
}

const ofPage = [
  "browser",
  "build",
  "cachestorage",
  "clock",
  "cookies",
  "cookies_3p",
  "http",
  "js_errors",
  "net",
  "pdf_dl",
  "proto",
  "res_failed",
  "sso_code",
  "status",
  "storage",
  "sw",
];

/** What says something of one person: unknown as long as nobody has proved who they are. */
export function isPersonal(id: string): boolean {
  return ofPerson.includes(id);
}

const ofPerson = ["account", "sms_e164", "sms_receipt", "mail", "permission", "session", "loop"];

export function isKnown({ outcome }: CheckResult): boolean {
  return outcome !== "unknown";
}

/** Newest last, each check once. */
export function mergeChecks(known: readonly CheckResult[], measured: readonly CheckResult[]): CheckResult[] {
  return [...known.filter(({ id }) => !measured.some((check) => check.id === id)), ...measured];
}

/** Makes these checks now; the page makes its own, the server all others. */
export async function measure(
  context: WidgetContext,
  ids: readonly string[],
  status: ServiceStatus,
): Promise<Measured> {
  const [own, server] = await Promise.all([
    ids.some((id) => ofPage.includes(id)) ? measurePage(context, ids) : [],
    // Without an answer these are unknown, and the guide goes on.
    ids.every((id) => ofPage.includes(id)) ? undefined : fetchServerChecks(context).catch(() => undefined),
  ]);
  const results = [...own, { id: "status", outcome: statusOutcomes[status] }, ...(server?.checks ?? [])];
  return { results: results.filter(({ id }) => ids.includes(id)), identity: server?.identity };
}

async function measurePage(context: WidgetContext, ids: readonly string[]): Promise<CheckResult[]> {
  await pageLoaded();
  const [page, environment] = await Promise.all([
    readPageDetails(context.recorder, context.build),
    readEnvironment(ids.includes("clock") || ids.includes("net") ? await measureServer(context) : {}),
  ]);
  const breadcrumbs = readBreadcrumbs(context.recorder.marks, location.origin, context.base);
  const { errorCode } = readSignInState(context.recorder.context);
  return [
    ...runChecks({ page, environment, breadcrumbs, errorCode }),
    checkDownloads(),
    checkProtocol(),
    await checkFrameCookies(environment),
    ...(ids.includes("sw") ? [await checkServiceWorker(page)] : []),
    ...(ids.includes("cachestorage") ? [await checkCacheStorage(page)] : []),
  ];
}

/** How long the server takes, and how far this device's clock is from its own. */
async function measureServer(context: WidgetContext) {
  const askedAt = Date.now();
  const start = await fetchStart(context).catch(() => undefined);
  if (!start) return {};
  const roundTripMilliseconds = Date.now() - askedAt;
  const clockErrorMilliseconds = Math.round(askedAt + roundTripMilliseconds / 2 - start.serverTime);
  return { roundTripMilliseconds, clockErrorMilliseconds };
}

const statusOutcomes: Record<ServiceStatus, CheckOutcome> = {
  ok: "pass",
  minor: "warn",
  maintenance: "warn",
  major: "warn",
  critical: "fail",
  unknown: "unknown",
};

const loadMilliseconds = 5_000; // a picture that hangs must not hold up the guide

/** Before that, a file that will fail has not failed yet. */
async function pageLoaded(): Promise<void> {
  if (document.readyState === "complete") return;
  await new Promise((go) => {
    addEventListener("load", go, { once: true });
    setTimeout(go, loadMilliseconds);
  });
}
