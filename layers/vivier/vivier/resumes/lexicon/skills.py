"""Tools and methods by the names they are written with: what stands before the colon is the name given to them."""

_NAMES = """
JavaScript: javascript, js, ecmascript
TypeScript: typescript
Python: python
Java: java
C++: c++, cpp
C#: c#, csharp
PHP: php
Go: golang
Ruby: ruby, ruby on rails
Kotlin: kotlin
Scala: scala
SQL: sql
PostgreSQL: postgresql, postgres
MySQL: mysql
Oracle: oracle
MongoDB: mongodb, mongo
Redis: redis
React: react, react.js, reactjs
Angular: angular, angularjs
Vue.js: vue.js, vuejs
Node.js: node.js, nodejs
Django: django
FastAPI: fastapi
Spring Boot: spring boot
.NET: .net, asp.net
Docker: docker
Kubernetes: kubernetes, k8s
Terraform: terraform
Ansible: ansible
AWS: aws, amazon web services
Azure: azure
GCP: gcp, google cloud
Linux: linux
Git: git
GitLab: gitlab
GitHub: github
Jenkins: jenkins
Kafka: kafka
Spark: spark, pyspark
Airflow: airflow
Snowflake: snowflake
dbt: dbt
Tableau: tableau
Power BI: power bi, powerbi
Excel: excel, ms excel, microsoft excel
Word: ms word, microsoft word
PowerPoint: powerpoint, ms powerpoint
Outlook: outlook
SharePoint: sharepoint
Jira: jira
Confluence: confluence
Scrum: scrum
Kanban: kanban
Figma: figma
Sketch: sketch app
Photoshop: photoshop
Illustrator: adobe illustrator
InDesign: indesign
Premiere Pro: premiere pro, adobe premiere
After Effects: after effects
AutoCAD: autocad
ArchiCAD: archicad
Revit: revit
SketchUp: sketchup
SolidWorks: solidworks
CATIA: catia
QGIS: qgis
ArcGIS: arcgis
MATLAB: matlab
SAP: sap
Salesforce: salesforce
HubSpot: hubspot
Dynamics: dynamics 365
Odoo: odoo
Sage: sage, sage 100
Cegid: cegid
Silae: silae
QuickBooks: quickbooks
Xero: xero
WordPress: wordpress
Shopify: shopify
Google Analytics: google analytics, ga4
Google Ads: google ads, adwords
Mailchimp: mailchimp
HACCP: haccp
Lean: lean manufacturing, lean management
Six Sigma: six sigma
RGPD: rgpd
GDPR: gdpr
TensorFlow: tensorflow
PyTorch: pytorch
Pandas: pandas
scikit-learn: scikit-learn, sklearn
Selenium: selenium
Cypress: cypress
Playwright: playwright
GraphQL: graphql
REST: rest api, api rest
Prometheus: prometheus
Grafana: grafana
Elasticsearch: elasticsearch
VBA: vba
MS Project: ms project, microsoft project
Siemens S7: siemens s7, step 7
TIA Portal: tia portal
WinCC: wincc
Reflex WMS: reflex wms
"""

# Folded name → the name to give.
SKILLS: dict[str, str] = {
    alias.strip(): name.strip()
    for line in _NAMES.strip().splitlines()
    for name, aliases in [line.split(": ", 1)]
    for alias in aliases.split(",")
}
