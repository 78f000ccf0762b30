import { expect, test } from "@playwright/test";
import { maskText, routeOf } from "../../server/contract/mask.ts";

const routes = {
  "/meetings/412/documents": "/meetings/:id/documents",
  "/meetings/412?agenda=Acquisition#item-3": "/meetings/:id",
  "/d/3f2504e0-4f89-11d3-9a0c-0305e82c3301": "/d/:id",
  "/blob/deadbeef": "/blob/:id",
  "/blob/cafe12": "/blob/cafe12",
  "/users/claire.morel@example.com": "/users/:id",
  "/files/Budget%202027.pdf": "/files/:id",
  "/agenda/acquisition-of-norvane-holding": "/agenda/:id",
  "/settings/notifications": "/settings/notifications",
  "/": "/",
  "": "/",
};
for (const [path, route] of Object.entries(routes)) {
  test(`the route of "${path}" is ${route}`, () => expect(routeOf(path)).toBe(route));
}

const texts = {
  "write to claire.morel@example.com": "write to c***@e***.com",
  "call +33 1 99 00 12 34 today": "call +33 ••34 today",
  "paid from FR76 3000 6000 0112 3456 7890 189": "paid from [iban]",
  "key api_0123456789abcdef0123": "key [secret]",
  "the agenda of 12 March, items 3 and 4": "the agenda of 12 March, items 3 and 4",
  "error AADSTS50012 at 09:10": "error AADSTS50012 at 09:10",
};
for (const [text, masked] of Object.entries(texts)) {
  test(`"${text}" leaves the page as "${masked}"`, () => expect(maskText(text)).toBe(masked));
}
