"use server";

import { commandAction } from "@/lib/server/action";
import { closeUnion } from "@/lib/unions/commands/close-union";
import { createUnion } from "@/lib/unions/commands/create-union";
import { editUnion } from "@/lib/unions/commands/edit-union";
import { moveUnion } from "@/lib/unions/commands/move-union";
import { renameUnion } from "@/lib/unions/commands/rename-union";

const revalidate = "/unions";

export const createUnionAction = commandAction(createUnion, { revalidate });
export const renameUnionAction = commandAction(renameUnion, { revalidate });
export const moveUnionAction = commandAction(moveUnion, { revalidate });
export const closeUnionAction = commandAction(closeUnion, { revalidate });
export const editUnionAction = commandAction(editUnion, { revalidate });
