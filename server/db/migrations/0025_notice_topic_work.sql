UPDATE "notice_settings" SET "topics" = "topics" || ',work' WHERE NOT 'work' = ANY (string_to_array("topics", ','));
