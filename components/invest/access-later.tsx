"use client";

import dynamic from "next/dynamic";

/** What only a signed-in person sees: whoever has not connected yet does not load it. */
export const AccessLater = dynamic(() => import("./access").then(({ Access }) => Access));
