/** What the panel loads to read articles: one chunk, which also draws the steps of guides. */
export { blockStyles, renderBlocks, renderInlines } from "./blocks.ts";
import "./article-view.ts";
import "./articles-view.ts";
