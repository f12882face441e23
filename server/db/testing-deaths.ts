import { pool } from "./client";

/** Lets the process die at a write of a row of `table` (`dieAt`). */
export const makeMortal = (table: string) =>
  pool().query(`
    create table kill_at (number int);
    create sequence kill_writes;
    create function kill_write() returns trigger language plpgsql as $$
    begin
      if nextval('kill_writes') >= (select number from kill_at) then raise exception 'killed'; end if;
      return new;
    end $$;
    create trigger kill_write before update on ${table} for each row execute function kill_write();
  `);

/** The process dies at its n-th write of a row from now on: nothing of it or after it is stored. */
export async function dieAt(number: number): Promise<void> {
  await pool().query("alter sequence kill_writes restart");
  await pool().query("insert into kill_at values ($1)", [number]);
}

export const liveOn = () => pool().query("delete from kill_at");
