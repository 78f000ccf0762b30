import type { Page } from "@playwright/test";
import { startDemoPlatform } from "../server/demo-platform.ts";
import { openMailTransport } from "../server/mail/transport.ts";
import { writeSampleData } from "../server/sample-data.ts";
import { signedIn } from "./console.ts";
import { test as base } from "./post.ts";

interface Story {
  /** The demo platform, whose customer's certificate has expired, with real mail behind the help server. */
  demo: { url: string };
  /** A page of a support agent who has signed in to the console. */
  agentPage: Page;
}

/** Everything that `npm start` runs, on free ports: for a whole story with its two people. */
export const test = base.extend<Story>({
  serverContext: async ({ serverContext, post }, use) => {
    const mail = openMailTransport({ ...serverContext.settings, smtpUrl: post.url });
    await use({ ...serverContext, mail });
    mail.close();
  },
  demo: async ({ server, serverContext }, use) => {
    const platform = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl: server.url });
    await writeSampleData(serverContext, platform.url);
    await use(platform);
    await platform.stop();
  },
  agentPage: async ({ browser, server, serverContext }, use) => {
    const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
    const [name = "", value = ""] = cookie.split("=");
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name, value, url: server.url }]);
    await use(await context.newPage());
    await context.close();
  },
});
