"use server";

import { markRead } from "@/lib/messages/commands/mark-read";
import { commandAction } from "@/lib/server/action";

export const markReadAction = commandAction(markRead, { revalidate: "/messages" });
