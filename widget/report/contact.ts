import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import type { Draft } from "./draft.ts";

/** Who reported from this device last, so that nobody is asked twice. */
export type Contact = Pick<Draft, "email" | "phone">;

export function rememberedContact({ device }: WidgetContext): Contact | undefined {
  // We alone write there, and both fields are optional.
  return device.read(kept.contact) as Contact | undefined;
}

export function rememberContact({ device }: WidgetContext, { email, phone }: Contact): void {
  device.write(kept.contact, { email, phone });
}

export function forgetContact({ device }: WidgetContext): void {
  device.remove(kept.contact);
}
