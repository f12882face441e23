-- Compressing the bytes of a transaction costs more than the room that it saves.
ALTER TABLE "sandbox"."transactions" ALTER COLUMN "hex" SET STORAGE EXTERNAL;
