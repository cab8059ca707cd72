-- What the application's role may do, given again after every migration. It owns nothing; history and ledgers it may only
-- add to, records it never removes. :application stands for its name.
GRANT USAGE ON SCHEMA public TO :application;
GRANT SELECT ON _prisma_migrations TO :application;
GRANT SELECT, INSERT ON event, telling, security_event TO :application;
GRANT SELECT, INSERT, UPDATE ON series_counter, epoch TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON task, command_key, outbox, message, delivery, message_choice TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON auth_user, auth_session, auth_account, auth_verification, auth_two_factor, auth_confirmation, auth_used_code, auth_budget TO :application;
GRANT USAGE ON SEQUENCE outbox_id_seq, security_event_id_seq, telling_id_seq TO :application;
GRANT SELECT, INSERT, UPDATE ON person, position, department, delegation, settings, project, building, unit, category, customer, contractor, contract TO :application;
GRANT SELECT, INSERT, UPDATE ON complaint, notice, fine, emergency_repair, visit, approval, chain, department_request, survey, problem, group_alert, suggestion_table TO :application;
GRANT SELECT, INSERT ON ledger_entry TO :application;
GRANT SELECT, INSERT, UPDATE ON search_entry TO :application;
-- read off the record and replaced with it
GRANT SELECT, INSERT, DELETE ON customer_suffix, notice_defect, notice_complaint, notice_ground, fine_ground, fine_complaint, repair_complaint, problem_complaint, group_alert_complaint, approval_signature TO :application;
-- views of lists are their makers'
GRANT SELECT, INSERT, UPDATE, DELETE ON list_view, list_view_choice, list_view_member TO :application;
-- and so are dashboards
GRANT SELECT, INSERT, UPDATE, DELETE ON dashboard TO :application;
-- a monthly report stays as it was sent
GRANT SELECT, INSERT, UPDATE ON report_schedule TO :application;
GRANT SELECT, INSERT ON monthly_report TO :application;
-- jobs: pg-boss keeps its own schema and moves rows within it
GRANT USAGE ON SCHEMA pgboss TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO :application;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO :application;
-- a file is kept as it came; only one that hangs on no record may go
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO :application;
GRANT SELECT, INSERT, DELETE ON file TO :application;
GRANT SELECT, INSERT ON evidence_file TO :application;
-- how files were taken over; what became of their lines is only ever added to, until a check is made again
GRANT SELECT, INSERT, UPDATE ON import TO :application;
GRANT SELECT, INSERT, DELETE ON import_line TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO :application;
-- what was exported, by whom and when, stays on record; the file goes after a while
GRANT SELECT, INSERT, UPDATE ON export TO :application;
-- what was decided on many records at once; the records' own history has it for ever
GRANT SELECT, INSERT, UPDATE, DELETE ON many_action, many_line TO :application;
-- what was tested in the search for common problems is replaced when its complaints change
GRANT SELECT, INSERT, UPDATE, DELETE ON problem_cell, problem_run TO :application;
-- figures: written by trend_refresh alone, as the owner
GRANT SELECT ON trend_key, trend_complaint, trend_fine, trend_repair, trend_visit TO :application;
GRANT EXECUTE ON FUNCTION trend_refresh TO :application;
GRANT SELECT, INSERT, UPDATE ON group_watch TO :application;
GRANT SELECT ON trend_delta, trend_sum TO :application;
GRANT EXECUTE ON FUNCTION trend_fold TO :application;
