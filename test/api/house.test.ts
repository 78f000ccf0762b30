import { expect, test } from "../fixtures.ts";

test("a visitor finds three doors", async ({ app }) => {
  const page = await (await app.request("/")).text();
  expect(page).toContain("I have a problem");
  expect(page).toContain("I support");
  expect(page).toContain("I embed");
});

test("an unknown address is a problem for programs and a page for people", async ({ app }) => {
  const problem = await app.request("/api/nothing");
  expect(problem.status).toBe(404);
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
  expect(await problem.json()).toMatchObject({ code: "not-found", status: 404 });

  const page = await app.request("/nothing", { headers: { accept: "text/html", "accept-language": "fr" } });
  expect(page.status).toBe(404);
  expect(await page.text()).toContain("Rien à cette adresse");
});

test("a page runs only our own files", async ({ app }) => {
  const headers = (await app.request("/")).headers;
  expect(headers.get("content-security-policy")).toContain("script-src 'self';");
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("the interface is described by the schemas that the server checks with", async ({ app }) => {
  const document = await (await app.request("/openapi.json")).json();
  const schema = document.paths["/api/tickets"].post.requestBody.content["application/json"].schema;
  expect(schema.required).toEqual(["id", "accessToken", "site", "locale", "symptom", "reporter"]);
  expect(document.components.schemas.Problem.properties.code.enum).toContain("id-already-used");
});
