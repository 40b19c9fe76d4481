// The types of <agent-directory>. Importing the package defines the element, so it needs a browser.

/** What a property takes that mirrors an attribute with a value; null and undefined take the attribute away. */
type Value = string | number | null | undefined;

/** `<agent-directory>`: a company's real-estate agents, found, shown and edited. */
export declare class AgentDirectoryElement extends HTMLElement {
  /** The address that the proxy answers at; `/api` if unset. */
  get api(): string | null;
  set api(value: Value);
  /** More request headers, one `Name: value` a line; headers that carry a key are refused. */
  get headers(): string | null;
  set headers(value: Value);
  /**
   * `same-origin`, `include` or `omit`, as for `fetch`; `same-origin` if unset. A photo is sent with the cookies of the
   * page's own origin even with `omit`.
   */
  get credentials(): string | null;
  set credentials(value: Value);
  /** Seconds that an answer may take, 1 to 600; 20 if unset. */
  get timeout(): string | null;
  set timeout(value: Value);
  /** Rows a page, 1 to 200; 50 if unset. */
  get pageSize(): string | null;
  set pageSize(value: Value);
  /** What the list shows at first, as parameters of the API's list. */
  get query(): string | null;
  set query(value: Value);
  /** Hides every way to write. */
  get readonly(): boolean;
  set readonly(value: boolean);
  /** Lets drafts in the browser hold private notes too. */
  get draftPrivateNotes(): boolean;
  set draftPrivateNotes(value: boolean);
  /** A language tag for words, numbers and dates; the `lang` around the element if unset, else the browser's. */
  get locale(): string | null;
  set locale(value: Value);
  /** A prefix of letters, digits, `-` and `_`: with it, what is shown is kept in the page's address. */
  get urlState(): string | null;
  set urlState(value: Value);
  /** `auto`, `light` or `dark`; `auto` if unset. */
  get theme(): string | null;
  set theme(value: Value);

  /** Asks the API again for what is shown: the list, and the agent that is open. */
  reload(): void;
  /** Opens the agent whose connection has this id; asked early, it is done when the element works. */
  open(id: string | number): void;
  /** Closes the agent that is open. */
  close(): void;
}

/** The detail of `agent-directory-loaded`. */
export interface AgentDirectoryLoadedDetail {
  /** The query string that the list was asked for with. */
  query: string;
  page: number;
  /** How many agents match; null if unknown. */
  total: number | null;
}

/** The detail of `agent-directory-opened`. */
export interface AgentDirectoryOpenedDetail {
  /** The id of the agent's connection. */
  id: string;
}

/** The detail of `agent-directory-saved`. */
export interface AgentDirectorySavedDetail {
  /** The id of the agent's connection. */
  id: string;
  /** False for a change. */
  created: boolean;
}

/** The detail of `agent-directory-error`. */
export interface AgentDirectoryErrorDetail {
  operation: "list" | "get" | "create" | "update";
  /** The HTTP status; null without an answer. */
  status: number | null;
  message: string;
}

/** The events. All bubble and are composed, so the document and the window hear them too. */
export interface AgentDirectoryEventMap {
  "agent-directory-ready": CustomEvent<Record<string, never>>;
  "agent-directory-loaded": CustomEvent<AgentDirectoryLoadedDetail>;
  "agent-directory-opened": CustomEvent<AgentDirectoryOpenedDetail>;
  "agent-directory-saved": CustomEvent<AgentDirectorySavedDetail>;
  "agent-directory-error": CustomEvent<AgentDirectoryErrorDetail>;
}

/** The attributes, as markup gives them. */
export interface AgentDirectoryAttributes {
  api?: string;
  headers?: string;
  credentials?: "same-origin" | "include" | "omit";
  timeout?: number | string;
  "page-size"?: number | string;
  query?: string;
  readonly?: boolean;
  "draft-private-notes"?: boolean;
  locale?: string;
  "url-state"?: string;
  theme?: "auto" | "light" | "dark";
}

declare global {
  interface HTMLElementTagNameMap {
    "agent-directory": AgentDirectoryElement;
  }

  interface HTMLElementEventMap extends AgentDirectoryEventMap {}

  interface DocumentEventMap extends AgentDirectoryEventMap {}

  interface WindowEventMap extends AgentDirectoryEventMap {}

  // Where there is no JSX of a framework's own: React before 19, for one.
  namespace JSX {
    interface IntrinsicElements {
      "agent-directory": AgentDirectoryAttributes & { [attribute: string]: unknown };
    }
  }
}

// Without this, what is not exported would be too.
export {};
