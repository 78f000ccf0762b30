/** What the panel loads to play guides: one chunk. */
import "./guide-view.ts";
