// The element in TypeScript. What must not pass the type check says so.

import { AgentDirectoryElement } from "agent-directory-widget";

const directory = document.createElement("agent-directory");
directory.pageSize = 25;
directory.readonly = true;
// @ts-expect-error a flag is not a text
directory.readonly = "no";
// @ts-expect-error there is no such property
directory.pagesize = 25;
const size: string | null = directory.pageSize;

directory.addEventListener("agent-directory-saved", (event) => {
  const id: string = event.detail.id;
  if (event.detail.created) directory.open(id);
});
document.addEventListener("agent-directory-error", ({ detail }) => {
  console.log(detail.operation, detail.status ?? "no answer", detail.message, size);
  // @ts-expect-error there is no such detail
  console.log(detail.reason);
});

window.addEventListener("agent-directory-loaded", ({ detail }) => console.log(detail.page, detail.total));

const shown = document.querySelector("agent-directory");
if (shown instanceof AgentDirectoryElement) shown.reload();
document.body.append(directory);
