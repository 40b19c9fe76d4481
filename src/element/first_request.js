// The widget's first request, made by the loader.

/**
 * The request that the widget will make first, made before the WebAssembly has arrived. The widget takes the answer only
 * if this is exactly the request it would send; otherwise it aborts it.
 */
export function firstRequest(element) {
  const api = (element.getAttribute("api") ?? "/api").trim().replace(/\/+$/, "");
  const url = `${api}/connections?${firstQuery((name) => element.getAttribute(name), location.search)}`;
  const controller = new AbortController();
  const answer = ask(element, url, controller.signal);
  answer.catch(() => {}); // the widget reports a failure, if it takes the answer at all
  return { url, controller, answer };
}

/** How long agents who are on their way are awaited, in milliseconds, before an empty list is drawn. */
const AGENTS_TIME = 50;

/** Resolves when the answer is there or has failed, or does not come soon. */
export function soon(answer) {
  return Promise.race([answer.catch(() => {}), new Promise((resolve) => setTimeout(resolve, AGENTS_TIME))]);
}

/**
 * Asks as the widget does, and reads the answer to its end, so that the widget can draw the agents as soon as it is there.
 * An address, a page size or headers that can't be used reject the answer; what else is wrong ends it when the widget is there.
 */
async function ask(element, url, signal) {
  if (!canBeAsked(element.getAttribute("api") ?? "/api")) throw new TypeError("an address that can't be asked");
  const size = element.getAttribute("page-size");
  if (size !== null && !isNumber(size.trim(), LIMITS["page[size]"])) throw new TypeError("a page that can't be had");
  const headers = new Headers({ accept: "application/vnd.api+json, application/json" });
  for (const line of (element.getAttribute("headers") ?? "").split("\n").filter((line) => line.trim())) {
    const colon = line.indexOf(":");
    if (colon < 0) throw new TypeError("a header needs a colon");
    const name = line.slice(0, colon).trim();
    if (/^(authorization|(x-)?api-key|x-auth-token)$/i.test(name)) throw new TypeError("a key must not be in a page");
    headers.set(name, line.slice(colon + 1).trim());
  }
  const response = await fetch(url, { headers, credentials: element.getAttribute("credentials") ?? "same-origin", signal });
  return { response, body: await response.arrayBuffer() };
}

/** Whether the widget takes this for the API's address. Browsers ask by others too, at places that nobody meant. */
function canBeAsked(value) {
  const address = value.trim();
  if (address === "/") return true;
  const [, scheme, rest] = /^(?:([^/:]*):)?(.*)$/s.exec(address);
  const isWhole = scheme === undefined || (/^https?$/i.test(scheme) && /^\/\/[^/:]/.test(rest));
  const hasUser = /^\/\/+[^/]*@/.test(rest);
  return isWhole && !hasUser && /[^/]/.test(address) && !/[?#\\ \0-\x1f\x7f]/.test(address);
}

/** Whether a text is a whole number from 1 on. */
function isNumber(text, limit) {
  return /^\+?\d+$/.test(text) && text >= 1 && text <= limit;
}

/**
 * The query that the widget begins with: `attribute` gives an attribute's value by its name, and `search` is the part of the
 * page's URL that goes over them. What the widget refuses in the URL is left out here too.
 */
export function firstQuery(attribute, search) {
  const query = new URLSearchParams({
    include: "agent,agent_team",
    sort: "last_first_name",
    "page[number]": 1,
    "page[size]": Number(attribute("page-size") ?? 50),
  });
  overlay(query, [...new URLSearchParams(attribute("query") ?? "")]);
  const prefix = attribute("url-state")?.trim();
  if (prefix) {
    const own = [...new URLSearchParams(search)].filter(([name]) => name.startsWith(`${prefix}.`));
    overlay(query, own.map(([name, value]) => [name.slice(prefix.length + 1), value]));
  }
  return query;
}

const TAGS = ["filter[tag]", "filter[tag][]"];
const FILTER = /^filter\[(fulltext|id|agency_id|agent_id|agent_team_id|email)\]$/;
/** As far as the widget can tell what is an email address. */
const EMAIL = /^(?!mailto:|<)[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+(?<!>)$/i;
const SORT =
  /^-?(agency_name|agent_inspections|agent_team_name|buying_agent_inspections|(last_)?first_name|last_name|selling_agent_inspections)$/;
const LIMITS = { "page[number]": 2 ** 32 - 1, "page[size]": 200 };

/** Lays parameters over a query: tags that are given replace the ones there were, and an empty value clears a filter. */
function overlay(query, pairs) {
  const tags = new Set();
  for (let [name, value] of pairs) {
    value = value.trim();
    if (TAGS.includes(name)) tags.add(value);
    else if (name === "filter[email]" && value && !EMAIL.test(value)) continue;
    else if (FILTER.test(name)) value ? query.set(name, value) : query.delete(name);
    else if (name === "sort" && SORT.test(value)) query.set(name, value);
    else if (isNumber(value, LIMITS[name])) query.set(name, Number(value));
  }
  if (!tags.size) return;
  tags.delete("");
  TAGS.forEach((name) => query.delete(name));
  tags.forEach((tag) => query.append(TAGS[Number(tags.size > 1)], tag));
}
