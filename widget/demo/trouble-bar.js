/** What the bar cannot do as a plain form: survive "Platform down", and link to the ticket that was just sent. */

const bar = document.querySelector(".trouble");
const details = bar.querySelector("details");
const form = bar.querySelector("form");

bar.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !details.open) return;
  details.open = false;
  details.querySelector("summary").focus();
});

// Any other trouble is a form that leads to where it shows; this one must leave the page standing.
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "platform_down") return;
  event.preventDefault();
  void takeDown();
});

async function takeDown() {
  const status = form.querySelector("[data-down]");
  const left = form.querySelector("[data-left]");
  const body = new URLSearchParams({ provoke: "platform_down" });
  await fetch(form.action, { method: "POST", body, redirect: "manual" });
  status.textContent = status.dataset.down;
  status.scrollIntoView({ block: "nearest" });

  let seconds = Number(left.dataset.seconds);
  const clock = setInterval(async () => {
    seconds -= 1;
    left.textContent = left.dataset.left.replace("{seconds}", Math.max(seconds, 0));
    if (seconds > 0 || !(await isBack())) return;
    clearInterval(clock);
    left.textContent = "";
    status.textContent = status.dataset.back;
  }, 1_000);
}

async function isBack() {
  const response = await fetch("/version", { cache: "no-store" }).catch(() => Response.error());
  return response.ok;
}

const storedKey = "norvane-last-ticket";
const link = bar.querySelector("[data-console]");
const lastKey = sessionStorage.getItem(storedKey);
if (lastKey) showTicket(lastKey);

document.addEventListener("dilitrust-help-ticket-created", ({ key }) => {
  sessionStorage.setItem(storedKey, key);
  showTicket(key);
});

function showTicket(key) {
  const hint = bar.querySelector("[data-sent]");
  hint.textContent = hint.dataset.sent.replace("{key}", key);
  link.href = link.dataset.console + encodeURIComponent(key);
  link.target = "_blank";
  link.rel = "noopener";
  link.removeAttribute("aria-disabled");
  link.removeAttribute("role");
}
