<#-- One line for each library: name, version, licences. -->
<#function licences names><#local text = ""><#list names as name><#local text = text + (text?has_content)?then(" or ", "") + name></#list><#return text></#function>
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign names = entry.getValue()/>
${project.name} ${project.version} — ${licences(names)}
</#list>
