// Reads drafts, a JSON list of texts, with postal-mime; prints what it makes of each, as JSON.
//
//     node read_mail.mjs NODE_MODULES < drafts.json

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { default: PostalMime } = createRequire(join(process.argv[2], "here.js"))("postal-mime");
const read = await Promise.all(JSON.parse(readFileSync(0, "utf8")).map((draft) => PostalMime.parse(draft)));
const plain = ({ headers, subject, to, from, date, text, attachments }) => ({
  unsent: headers.find(({ key }) => key === "x-unsent")?.value ?? "",
  subject: subject ?? "", to: to?.map(({ address }) => address) ?? [], from: from?.address ?? "", date, text,
  bcc: headers.filter(({ key }) => key === "bcc").length, attachments: attachments.length,
});
console.log(JSON.stringify(read.map(plain)));
