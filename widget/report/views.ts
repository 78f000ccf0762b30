/** What the panel loads when somebody reports: one chunk. */
export { withGuide } from "./groups.ts";
export { openOutbox } from "./outbox.ts";
import "./preview-view.ts";
import "./report-view.ts";
import "./unsent-view.ts";
import "./values-view.ts";
