import type { CheckResult } from "../../server/contract/types.ts";

/** Whether the browser shows PDF files itself. Where it does not it saves them, which is in nobody's way yet. */
export function checkDownloads(): CheckResult {
  const { pdfViewerEnabled } = navigator as { pdfViewerEnabled?: boolean }; // older browsers do not say
  if (pdfViewerEnabled === undefined) return { id: "pdf_dl", outcome: "unknown" };
  return pdfViewerEnabled
    ? { id: "pdf_dl", outcome: "pass" }
    : { id: "pdf_dl", outcome: "warn", value: "saved" };
}
