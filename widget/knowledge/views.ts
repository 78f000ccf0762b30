/** What the panel loads to read articles: one chunk. */
import "./article-view.ts";
import "./articles-view.ts";
