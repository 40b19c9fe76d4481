// The element in JSX that is typed by the global namespace, as React's was before 19.

import "agent-directory-widget";

export const agents = <agent-directory api="/api" page-size="25" class="agents" />;

// @ts-expect-error there is no such theme
export const pink = <agent-directory theme="pink" />;
