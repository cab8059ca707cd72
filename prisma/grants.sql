-- What the role that the application serves as may do. Run by the owner after every migration, under the lock of the
-- migrations; ":application" stands for the role's name. Say first what is granted, then what is taken back.
grant usage on schema public to :application;
grant select, insert, update, delete on all tables in schema public to :application;
grant usage, select on all sequences in schema public to :application;
revoke insert, update, delete on _prisma_migrations from :application;
