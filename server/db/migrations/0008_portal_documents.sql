CREATE TABLE "portal_documents" (
	"address" text NOT NULL,
	"cid" text NOT NULL,
	"name" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_documents_address_cid_pk" PRIMARY KEY("address","cid")
);
