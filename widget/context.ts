import type { Identity } from "../server/contract/types.ts";
import type { Recorder } from "./checks/recorder.ts";
import type { Shelf } from "./device.ts";
import type { Text } from "./text/text.ts";

/** What the widget's verbs and views need to know of where they run; made once per element. */
export interface WidgetContext {
  /** The help server's origin, without a slash at the end. */
  base: string;
  site: string;
  /** As the page asked; the text may be in another language. */
  locale: string;
  /** A hint from the page; never an authorisation. */
  customer?: string;
  /** The build that the page says it is of. */
  build?: string;
  /** Who is here, once a mailed code has proved it. It lives in this page's memory alone. */
  identity?: Identity;
  text: Text;
  recorder: Recorder;
  device: Shelf;
  tab: Shelf;
}
