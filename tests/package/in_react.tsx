// A page of React that makes, changes and removes the element, and hears of it.

import "agent-directory-widget";
import type {} from "agent-directory-widget/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [size, setSize] = useState(25);
  const [isShown, setShown] = useState(true);
  const [opened, setOpened] = useState("nobody");
  return (
    <>
      <button onClick={() => setSize(50)}>More rows</button>
      <button onClick={() => setShown(!isShown)}>Show or hide</button>
      <p>Opened: {opened}</p>
      {isShown && (
        <agent-directory page-size={size} readonly onagent-directory-opened={(event) => setOpened(event.detail.id)} />
      )}
    </>
  );
}

const page = document.querySelector("main");
if (page) {
  createRoot(page).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
