import type { Locale } from "../server/contract/types.ts";
import type { Symptom } from "../server/contract/symptoms.ts";
import type { Guide } from "./guide.ts";

interface ArticleHead {
  slug: string;
  title: string;
  /** The answer in a sentence or two; also what a search result shows. */
  summary: string;
  /** Error codes that this article explains, as they are shown: `AADSTS50012`, `30007`. */
  codes: string[];
  /** Its steps need an administrator's rights. */
  isForAdmins?: true;
}

/** What search needs of an article; `GET /api/articles` sends all of a language, so it must stay small. */
export interface FindableArticle extends ArticleHead {
  /** The keywords as search compares them; they are never shown. */
  words: string;
  /** The tile that it explains: where a guide fits a tile, the guide's article alone. */
  symptom?: Symptom;
  /** What fails when this article helps. */
  checks?: readonly string[];
  /** Nobody has read it again in time: it is found, but after its equals. */
  isPastReview?: true;
}

/**
 * An article as pages and panel read it (`GET /api/articles/:slug`): text in a tree, never HTML. Who renders it
 * decides how a block looks; nothing in it needs to be escaped twice or trusted.
 */
export interface Article extends ArticleHead {
  /** The tile to preselect when the article did not help and the reader reports. */
  symptom?: Symptom;
  /** Slugs, nearest first. */
  related: string[];
  /** `2026-11-16` */
  updated: string;
  /** Of what readers read, 12 hexadecimal digits: the version that they judge. */
  hash: string;
  /** The original has changed since this was translated. */
  isBehind?: true;
  blocks: Block[];
  /** The same, played step by step. */
  guide?: Guide;
}

/** The answer of `GET /api/articles`. */
export interface ArticleLibrary {
  locale: Locale;
  articles: FindableArticle[];
}

export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; text: Inline[] }
  /** Ordered lists are steps. An item holds paragraphs and lists. */
  | { kind: "list"; ordered: boolean; items: Block[][] }
  /** One of several ways, closed at first: a browser, an identity provider. */
  | { kind: "details"; title: string; blocks: Block[] }
  /** The box "If this does not work". */
  | { kind: "otherwise"; title: string; blocks: Block[] };

export type Inline =
  | string
  | { kind: "strong" | "emphasis"; text: Inline[] }
  | { kind: "code" | "key"; text: string }
  /** To the world outside: `https:`, `mailto:` or `tel:`, nothing else. */
  | { kind: "link"; href: string; text: Inline[] }
  /** To another article. */
  | { kind: "article"; slug: string; text: Inline[] }
  /** To the report form. */
  | { kind: "report"; text: Inline[] };

/** All that a reader can read in these blocks, for the reading time. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join("\n");
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "paragraph":
      return textOfInlines(block.text);
    case "list":
      return block.items.map(textOf).join("\n");
    case "details":
    case "otherwise":
      return `${block.title}\n${textOf(block.blocks)}`;
  }
}

function textOfInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      typeof inline === "string"
        ? inline
        : typeof inline.text === "string"
          ? inline.text
          : textOfInlines(inline.text),
    )
    .join("");
}

/** "Still old? Delete the data" → `still-old-delete-the-data`, to be linked from the contents list. */
export function anchorOf(heading: string): string {
  const words = heading
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .match(/[a-z0-9]+/g);
  return words?.join("-") ?? "section";
}
