-- Records that are written together may name each other in any order (a survey before the complaint it was asked for): what they refer to is looked at when the
-- transaction ends, as in every other table of records.
ALTER TABLE "department_request"
  ALTER CONSTRAINT "department_request_project_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "department_request"
  ALTER CONSTRAINT "department_request_complaint_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "department_request"
  ALTER CONSTRAINT "department_request_department_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "department_request"
  ALTER CONSTRAINT "department_request_asker_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "notice"
  ALTER CONSTRAINT "notice_survey_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "survey"
  ALTER CONSTRAINT "survey_project_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "survey"
  ALTER CONSTRAINT "survey_complaint_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "survey"
  ALTER CONSTRAINT "survey_unit_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "survey"
  ALTER CONSTRAINT "survey_representative_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "survey"
  ALTER CONSTRAINT "survey_responsible_id_fkey" DEFERRABLE INITIALLY DEFERRED;
