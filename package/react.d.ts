// <agent-directory> in the JSX of React 19, which sets properties and listens to events of custom elements.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { AgentDirectoryAttributes, AgentDirectoryElement, AgentDirectoryEventMap } from "agent-directory-widget";

type Listeners = {
  [Name in keyof AgentDirectoryEventMap as `on${Name}`]?: (event: AgentDirectoryEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "agent-directory": DetailedHTMLProps<HTMLAttributes<AgentDirectoryElement>, AgentDirectoryElement> &
        AgentDirectoryAttributes &
        Listeners;
    }
  }
}

// Without this, what is not exported would be too.
export {};
