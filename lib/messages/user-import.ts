import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Registered users from a file: the form, and what may be wrong with it. */
export const userImportText = catalogue("userImportText", {
  title: "Import registered users",
  link: "Import",
  description:
    "Register many people and companies, or change those you have, from a file. Every row is checked first; AMP is told nothing before you apply the report.",
  form: {
    file: "File",
    fileHint:
      "CSV as spreadsheets save it, with commas, semicolons or tabs; the export of your registered users, changed or not; or the undo file of an earlier import or bulk change.",
    text: "Or paste the table",
    textHint: "With its first line. Cells copied from a spreadsheet can be pasted as they are.",
    placeholder: "name,gaid,company,categories,id",
    submit: "Check the rows",
    missing: "Choose a file or paste a table.",
    tooLarge: "This file is larger than eight million characters. Split it and import the parts one by one.",
    unreadable: "This file is no text. Save the table as CSV and choose that file.",
    checked: "The rows are being checked",
  },
  columns: {
    title: "Columns",
    description:
      "The first line names them, in any order. A name or an id is needed; the rest may be left out.",
    names: {
      name: "name",
      gaid: "gaid",
      company: "company or is_company",
      categories: "categories",
      id: "id",
      category_ids: "category_ids",
    },
    about: {
      name: "Up to 255 characters, and unique among your registered users.",
      gaid: "The id of the investor's AMP account. AMP is asked whether it exists. A further GAID of a user you have leaves the default as it is.",
      company: "yes or no; empty means a person. AMP cannot change it later.",
      categories: "Names or numbers, with | or ; between them. Categories are added, never taken away.",
      id: "The number of a registered user you have: the row then changes that user instead of registering one.",
      category_ids:
        "Numbers of categories with spaces between them, as the export has them beside the names. What either column names is added.",
    },
    passed:
      "The export of your registered users has all of these columns. Its columns creator and is_archived are passed over: an import sets neither.",
    template: "Download a template",
    /** Of no register, so that the line does nothing should it be sent as it is. */
    example: { name: "Example Ltd", company: "yes", categories: "Accredited example|Resident example" },
  },
  file: {
    empty: "There is no row in it.",
    headOnly: "There is a first line and no row below it.",
    noName: "The first line must name a column name or id.",
    unknownColumn: (name: string) =>
      `The first line names a column "${name}" that is not known. Known are name, gaid, company, categories, category_ids and id.`,
    columnTwice: (name: string) => `The first line names the column "${name}" twice.`,
    cut: "This is a file of the desk's whose last line is missing: it was cut off while it was downloaded, or the line was taken out. Download it again; to import what is there, take out the line that begins with “# Last line” as well. Nothing was read.",
    otherEnvironment: (told: string, own: string) =>
      `This file is of the environment ${told}, and you are signed in to ${own}: the same numbers mean others here. Nothing was read.`,
    openQuote: (line: number) =>
      `A quotation mark in line ${groupDigits(String(line))} is never closed. Close it and check again; nothing was read.`,
    tooLong: (rows: number) =>
      `There are more than ${countOf(rows, { one: "row", other: "rows" })}. Split the file and import the parts one by one.`,
  },
  row: {
    tooManyCells:
      "The row has more cells than the first line. A comma or semicolon inside a cell needs quotation marks around the cell.",
    noName: "The name is missing. Enter it, or the id of a registered user.",
    longName: (length: number) => `The name has ${groupDigits(String(length))} characters; 255 are allowed.`,
    nameTwice: (line: number) => `Line ${line} has the same name. Names must be unique: tell the two apart.`,
    nameTaken: (id: number) =>
      `Registered user no. ${id} has this name. To change that user, put ${id} into the column id; otherwise choose another name.`,
    gaidForm: "This is not the form of a GAID: GA and 27 or 28 further letters and digits.",
    gaidTwice: (line: number) => `Line ${line} has the same GAID. A GAID belongs to one user alone.`,
    gaidTaken: (name: string, id: number) =>
      `This GAID belongs to ${name} (no. ${id}). Ask the investor which of the two it is.`,
    gaidInvalid: (words: string) =>
      `AMP does not accept this GAID: ${words}. Ask the investor to copy it again.`,
    gaidUnknown: "AMP does not know this GAID. Ask the investor to copy it again from the wallet.",
    company: (cell: string) => `"${cell}" is neither yes nor no.`,
    companyFixed:
      "AMP cannot turn a person into a company or back. Leave the cell empty, or register the user anew.",
    categoriesAlike: (name: string, ids: number[]) =>
      `${countOf(ids.length, { one: "category", other: "categories" })} have the name "${name}" but for capitals. Enter its number: ${ids.join(", ")}.`,
    unknownCategory: (name: string) =>
      `There is no category "${name}". Make it first, or correct the name; several are separated by | or ;.`,
    categoryUnclear: (name: string) =>
      `"${name}" may be one category or several. Enter their numbers instead.`,
    staysIn: (categories: string) =>
      `Stays in ${categories}: an import takes nobody out of a category. Do that on the page of the category.`,
    issuerOnly:
      "Only the issuer can change categories: AMP does not let a manager do so. Leave the cell empty.",
    noUser: (id: string) => `There is no registered user no. ${id}.`,
    idTwice: (line: number) => `Line ${line} changes the same user. Put both changes into one row.`,
  },
});
