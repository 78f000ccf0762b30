/** What the panel loads for reports that were sent: one chunk. */
import "./recent-report.ts";
import "./reports-view.ts";
import "./sent-view.ts";
import "./thread-view.ts";
