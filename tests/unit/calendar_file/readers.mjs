// What ical.js, another program's reader, finds in calendar files: JSON on both sides.

import ICAL from "../../../extension/node_modules/ical.js/dist/ical.js";

const files = JSON.parse(await new Response(process.stdin).text());
const found = files.map((text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const event = new ICAL.Event(part);
    const alarm = part.getFirstSubcomponent("valarm");
    const trigger = alarm.getFirstPropertyValue("trigger");
    const start = event.startDate.clone();
    start.isDate = false;
    start.addDuration(trigger);
    return {
      uid: event.uid, sequence: event.sequence, summary: event.summary,
      start: event.startDate.toString(), end: event.endDate.toString(), alarm: start.toString().replace("Z", ""),
    };
  });
});
process.stdout.write(JSON.stringify(found));
