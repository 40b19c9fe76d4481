// The element in React 19.

import "agent-directory-widget";
import type {} from "agent-directory-widget/react";

export const agents = (
  <agent-directory
    api="/api"
    page-size={25}
    className="agents"
    readonly
    ref={(element) => element?.reload()}
    onagent-directory-saved={(event) => console.log(event.detail.id)}
  />
);

// @ts-expect-error there is no such theme
export const pink = <agent-directory theme="pink" />;
