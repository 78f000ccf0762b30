import { z } from "zod";
import { problemCodes } from "./contract/problem-codes.ts";
import {
  assignmentInput,
  checksInput,
  consoleMessageInput,
  factInput,
  factsInput,
  identityCodeInput,
  identityInput,
  correctionInput,
  feedbackInput,
  fixedInput,
  messageInput,
  moveInput,
  searchInput,
  ticketInput,
} from "./contract/schemas.ts";

interface Operation {
  summary: string;
  body?: z.ZodType;
  /** Names in the query string. */
  query?: string[];
  security?: "ticket" | "key" | "facts" | "identity";
  responses: Record<string, string>;
}

const operations: Record<string, Record<string, Operation>> = {
  "/api/widget": {
    get: {
      summary: "What the panel needs when it opens",
      query: ["site", "locale", "customer"],
      responses: { 200: "Site, open problems, team, server time" },
    },
  },
  "/api/tickets": {
    post: {
      summary: "Send a report. The id is an idempotency key.",
      body: ticketInput,
      responses: { 201: "Taken in; Location names it", 200: "The same report was taken in before" },
    },
  },
  "/api/tickets/{key}": {
    get: {
      summary: "Read one's own ticket",
      security: "ticket",
      responses: { 200: "Thread, stages, team", 304: "Unchanged" },
    },
  },
  "/api/tickets/{key}/messages": {
    post: {
      summary: "Answer, confirm or reopen",
      body: messageInput,
      security: "ticket",
      responses: { 200: "The ticket" },
    },
  },
  "/api/tickets/{key}/stream": {
    get: {
      summary: "Server-sent events: the ticket at each change",
      security: "ticket",
      responses: { 200: "event: ticket" },
    },
  },
  "/api/articles": {
    get: {
      summary: "Every article, ready to be searched",
      query: ["locale"],
      responses: { 200: "Articles" },
    },
  },
  "/api/articles/search": {
    get: {
      summary: "The articles that fit a text, best first; none when nothing is confident",
      query: ["locale", "q", "limit"],
      responses: { 200: "Results" },
    },
  },
  "/api/articles/{slug}": {
    get: { summary: "One article as a tree of blocks", query: ["locale"], responses: { 200: "Article" } },
  },
  "/api/articles/{slug}/feedback": {
    post: {
      summary: "Say whether an article helped, and if not why. The id is an idempotency key.",
      body: feedbackInput,
      responses: { 201: "Kept", 200: "The same was kept before" },
    },
  },
  "/api/captcha": {
    get: {
      summary: "A proof-of-work challenge of ALTCHA, valid once and for an hour",
      responses: { 200: "Challenge" },
    },
  },
  "/api/searches": {
    post: {
      summary: "Tell of a search once, when it has ended: masked, without anything that says who",
      body: searchInput,
      responses: { 204: "Kept" },
    },
  },
  "/api/checks": {
    post: {
      summary: "What only the server can check for a site, and what its platform told us",
      body: checksInput,
      security: "identity",
      responses: { 200: "Checks" },
    },
  },
  "/api/facts": {
    post: {
      summary: "What a platform knows of its people and of itself: one fact, or up to 200",
      body: z.union([factInput, factsInput]),
      security: "facts",
      responses: { 200: "How many are stored" },
    },
  },
  "/api/identity": {
    post: {
      summary: "Ask for a code by mail. The answer is the same for every address",
      body: identityInput,
      responses: { 202: "Asked" },
    },
  },
  "/api/identity/verify": {
    post: {
      summary: "Prove who one is with the code",
      body: identityCodeInput,
      responses: { 200: "A token for checks and reports, and how long it holds" },
    },
  },
  "/api/status/stream": {
    get: {
      summary: "Server-sent events: the present status, then each change",
      query: ["site", "locale"],
      responses: { 200: "event: status" },
    },
  },
  "/api/console/tickets": {
    get: {
      summary: "The queue",
      query: ["view", "region", "team", "q", "page"],
      security: "key",
      responses: { 200: "Rows and counts" },
    },
  },
  "/api/console/tickets/{key}": {
    get: { summary: "A ticket with everything support needs", security: "key", responses: { 200: "Ticket" } },
  },
  "/api/console/tickets/{key}/messages": {
    post: {
      summary: "Answer the reporter, or note something",
      body: consoleMessageInput,
      security: "key",
      responses: { 200: "Ticket" },
    },
  },
  "/api/console/tickets/{key}/state": {
    post: {
      summary: "Move to an allowed state",
      body: moveInput,
      security: "key",
      responses: { 200: "Ticket" },
    },
  },
  "/api/console/tickets/{key}/assignment": {
    post: {
      summary: "Give to a team or a person",
      body: assignmentInput,
      security: "key",
      responses: { 200: "Ticket" },
    },
  },
  "/api/console/tickets/{key}/qualification": {
    post: {
      summary: "Correct the qualification, with a reason",
      body: correctionInput,
      security: "key",
      responses: { 200: "Ticket" },
    },
  },
  "/api/console/knowledge/{list}": {
    get: {
      summary:
        "What authors look at: articles, failing-articles, comments, terms-without-result or terms-with-ticket; with .csv behind its name as CSV",
      query: ["days"],
      security: "key",
      responses: { 200: "Rows" },
    },
  },
  "/api/console/knowledge/articles/{locale}/{slug}/fixed": {
    post: {
      summary: "The present version mends what was said of earlier ones; whoever left an address is told",
      body: fixedInput,
      security: "key",
      responses: { 200: "How many were mended, and how many readers are told" },
    },
  },
  "/api/console/stream": {
    get: {
      summary: "Server-sent events: what changed in the queue",
      security: "key",
      responses: { 200: "event: ticket, event: count" },
    },
  },
};

/** OpenAPI 3.1 of the HTTP interface; the bodies are the schemas that the server checks with. */
export function openApiDocument(publicUrl: string): object {
  return {
    openapi: "3.1.0",
    info: { title: "DiliTrust Help", version: "1" },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [method, describe(path, operation)]),
        ),
      ]),
    ),
    components: {
      securitySchemes: {
        ticket: {
          type: "http",
          scheme: "bearer",
          description: "The accessToken of the report, or the token of a mailed link",
        },
        facts: {
          type: "http",
          scheme: "bearer",
          description: "A platform's key, made with `npm run operate -- token create --facts`",
        },
        identity: {
          type: "http",
          scheme: "bearer",
          description:
            "Optional: the token of /api/identity/verify adds what the platform says of its person",
        },
        key: {
          type: "http",
          scheme: "bearer",
          description: "A key made with `npm run operate -- token create`",
        },
      },
      schemas: {
        Problem: {
          type: "object",
          description: "RFC 9457",
          required: ["type", "title", "status", "code", "detail"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            code: { enum: Object.keys(problemCodes) },
            detail: { type: "string", description: "What to do next" },
            field: { type: "string", description: "The path of the input to mend" },
          },
        },
      },
    },
  };
}

/** Who somebody is may always stay unsaid. */
function securityOf(scheme: NonNullable<Operation["security"]>): object[] {
  return [...(scheme === "identity" ? [{}] : []), { [scheme]: [] }];
}

function describe(path: string, operation: Operation): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = (operation.query ?? []).map((name) => ({ name, in: "query", schema: { type: "string" } }));
  return {
    summary: operation.summary,
    parameters: [...inPath, ...inQuery],
    ...(operation.security === undefined ? {} : { security: securityOf(operation.security) }),
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: z.toJSONSchema(operation.body, { io: "input", unrepresentable: "any" }),
              },
            },
          },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.responses).map(([status, description]) => [status, { description }]),
      ),
      default: {
        description: "A problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}
