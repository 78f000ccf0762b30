import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { test as base } from "./fixtures.ts";

/** A real mail server on a free port. `refusals` counts down: so many deliveries are refused for now. */
export interface Post {
  url: string;
  received: Email[];
  refusals: number;
}

export const test = base.extend<{ post: Post }>({
  post: async ({}, use) => {
    const post: Post = { url: "", received: [], refusals: 0 };
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          if (post.refusals > 0) {
            post.refusals -= 1;
            done(Object.assign(new Error("try again later"), { responseCode: 451 }));
            return;
          }
          post.received.push(await PostalMime.parse(Buffer.concat(chunks)));
          done();
        });
      },
    });
    await new Promise<void>((listening) => smtp.listen(0, "127.0.0.1", listening));
    post.url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
    await use(post);
    await new Promise<void>((closed) => smtp.close(closed));
  },
});
